// Fails where src/gql differs from what ../schema.graphql and the operations in the code would generate.

import { readFileSync } from "node:fs";
import { generate } from "@graphql-codegen/cli";
import config from "../codegen.ts";

interface GeneratedFile {
  filename: string;
  content: string;
}

const generated: GeneratedFile[] = await generate({ ...config, silent: true, errorsOnly: true }, false);
const outdated = generated.filter(({ filename, content }) => {
  try {
    return readFileSync(filename, "utf8") !== content;
  } catch {
    return true;
  }
});

if (outdated.length > 0) {
  console.error(`Outdated, run \`pnpm generate\`: ${outdated.map((file) => file.filename).join(", ")}`);
  process.exit(1);
}
