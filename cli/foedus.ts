#!/usr/bin/env node
process.stdout.write('Foedus\n');
