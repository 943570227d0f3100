import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// GraphiQL is built by itself, into the same folder after the application: sharing code with it would make that larger.
export default defineConfig({
  plugins: [react()],
  build: {
    target: "baseline-widely-available",
    emptyOutDir: false,
    copyPublicDir: false,
    chunkSizeWarningLimit: 1100,
    rolldownOptions: { input: "graphiql.html" },
  },
});
