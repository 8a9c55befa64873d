import { z } from 'zod';

// It would try whether it may make code of texts, and a page that forbids that complains of the attempt. A setting of all of zod,
// so that the build of the library leaves this file out.
z.config({ jitless: true });
