import { expect, test } from "vitest";
import { mailLink, phoneLink, webLink } from "./contact-links";

test("a written number is called by its digits", () => {
  expect(phoneLink("+86 (21) 6888-1234", "Call")).toEqual({ href: "tel:+862168881234", label: "Call" });
  expect(phoneLink("ask the desk", "Call")).toBeNull();
  expect(phoneLink(null, "Call")).toBeNull();
});

test("a web site opens over https unless it says http, and nothing else is one", () => {
  expect(webLink("example.com", "Open")?.href).toBe("https://example.com");
  expect(webLink("HTTP://example.com/a", "Open")?.href).toBe("HTTP://example.com/a");
  expect(webLink("javascript:alert(1)", "Open")).toBeNull();
  expect(webLink(null, "Open")).toBeNull();
});

test("an address is written to", () => {
  expect(mailLink("li@example.com", "Write")?.href).toBe("mailto:li@example.com");
});
