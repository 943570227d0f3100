import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./app/global.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./app/router";
import { startTranslations } from "./i18n";
import { speakOfInvalidFields } from "./lib/form-words";

const container = document.getElementById("root");
if (!container) throw new Error("index.html has no #root");

await startTranslations();
speakOfInvalidFields();
createRoot(container).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
