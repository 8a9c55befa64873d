import { z } from 'zod';

// Without this, zod tests whether it may compile code from text, and a page whose policy forbids that logs a complaint. The setting
// applies to all of zod, so the build of the library leaves this file out.
z.config({ jitless: true });
