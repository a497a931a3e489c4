// Prints what types that others wrote find wrong, a line each: node validate.js FEED LISTING...
//   FEED     is held by the TypeScript compiler against the types of JSON Feed 1.1 (@json-feed-types/1_1)
//   LISTING  JSON-LD, against Google's types of the schema.org vocabulary (schema-dts)
const fs = require('fs');
const path = require('path');
const ts = require('typescript');

const [feed, ...listings] = process.argv.slice(2);

function source(name, imports, type, document) {
  const file = path.join(__dirname, name);
  // Properties that begin with an underscore are whoever's own, by the standard of JSON Feed; types cannot say so.
  const text = JSON.stringify(
    JSON.parse(fs.readFileSync(document, 'utf8'), (name, value) => (name.startsWith('_') ? undefined : value))
  );
  fs.writeFileSync(file, `${imports}\nexport const document: ${type} = ${text};\n`);
  return file;
}

const sources = [
  source('feed.ts', `import type Feed from '@json-feed-types/1_1';`, 'Feed', feed),
  ...listings.map((listing, number) =>
    source(
      `listing${number}.ts`,
      `import type { Organization, WithContext } from 'schema-dts';`,
      'WithContext<Organization>',
      listing
    )
  ),
];
const program = ts.createProgram(sources, { strict: true, noEmit: true, skipLibCheck: true, types: [] });
for (const found of ts.getPreEmitDiagnostics(program)) {
  console.log(`${found.file ? found.file.fileName : ''}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`);
}
