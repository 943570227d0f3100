import i18next from "i18next";

/**
 * Browsers say in their own language what a form lacks; whoever reads the interface in another one is told in that. To be called
 * once.
 */
export function speakOfInvalidFields(): void {
  addEventListener(
    "invalid",
    ({ target }) => {
      if (!isField(target)) return;
      target.setCustomValidity("");
      if (target.validity.valueMissing) target.setCustomValidity(i18next.t("validation.required"));
      else if (target.validity.typeMismatch && target.type === "email")
        target.setCustomValidity(i18next.t("validation.email"));
    },
    true,
  );
  // What was complained of is looked at anew with the next attempt.
  addEventListener("input", ({ target }) => isField(target) && target.setCustomValidity(""), true);
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
