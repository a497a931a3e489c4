// Unpacks the browser that its package brings compressed, with the libraries that a bare machine may lack and a font, so that
// pictures look alike everywhere. Everything lands in TMPDIR.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
await Promise.all(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map(name => inflate(join(packed, name))));
