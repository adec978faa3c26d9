import process from 'node:process';
import { close, createIndex } from 'pagefind';

// Plain Pagefind's whole index step in a process of its own: `node index-plain.ts <pages> <index>`, as its manual says.
const [from = '', to = ''] = process.argv.slice(2);
const made = await createIndex({ forceLanguage: 'zh' });
if (!made.index) throw new Error(made.errors.join('; '));
const added = await made.index.addDirectory({ path: from });
const written = await made.index.writeFiles({ outputPath: to });
const errors = [...added.errors, ...written.errors];
await close();
if (errors.length > 0) throw new Error(errors.join('; '));
