import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.TUNDISH_SERVER ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: { target: "baseline-widely-available" },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/uploads": { target: server },
      "/imports": { target: server },
    },
  },
});
