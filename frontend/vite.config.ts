import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { inlineDocuments } from "./scripts/inline-documents.ts";

const server = process.env.TUNDISH_SERVER ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [inlineDocuments(), react()],
  resolve: { tsconfigPaths: true },
  build: {
    target: "baseline-widely-available",
    chunkSizeWarningLimit: 560,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One file for what every page needs instead of fifty: smaller when compressed, and fetched sooner.
          groups: [{ name: "start", tags: ["$initial"] }],
        },
      },
    },
  },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/uploads": { target: server },
      "/imports": { target: server },
    },
  },
});
