// Every audit of the public suite, the recommended and the optional ones too, must say "ok".
//   node audit.mjs http://127.0.0.1:4000/graphql

import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

const audits = serverAudits({ url, fetchFn: fetch });
let failed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status !== 'ok') {
    failed += 1;
    console.error(`${result.status} ${audit.id} ${audit.name}: ${result.reason ?? ''}`);
  }
}
console.log(`${audits.length - failed} of ${audits.length} audits passed`);
if (audits.length === 0 || failed > 0) {
  process.exit(1);
}
