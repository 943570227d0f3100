import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**", "!src/**/*.test.ts", "!src/testing/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/gql/cache-keys.ts": { plugins: ["./scripts/codegen-cache-keys.ts"] },
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        scalars: { DateTime: "string", Date: "string", Decimal: "string", CurrencyCode: "string" },
        strictScalars: true,
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        // Inputs may leave a field out, and say null only where they mean "clear it".
        inputMaybeValue: "T | null | undefined",
      },
    },
  },
};

export default config;
