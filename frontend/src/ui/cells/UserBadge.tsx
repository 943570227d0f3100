import { useTranslation } from "react-i18next";
import classes from "./cells.module.css";

/** Two letters of a Latin name; of a Chinese one the given name, which colleagues call each other by. */
export function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.length > 2 ? name.slice(-2) : name;
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

/** What stands before a written name: of a Chinese one the family name, which does not repeat the whole. */
export function monogram(name: string): string {
  return /^\p{Script=Han}/u.test(name) ? name.slice(0, 1) : initials(name);
}

interface UserBadgeProps {
  user: { name: string } | null | undefined;
  /** The initials alone, where there is no room; the name is in the tooltip. */
  short?: boolean;
}

export function UserBadge({ user, short = false }: UserBadgeProps) {
  const { t } = useTranslation();
  if (!user) return <span className={classes.none}>{t("field.none")}</span>;
  // Drawn by the style sheet: letters in the text would count as a part of the name.
  const badge = (
    <span
      className={classes.initials}
      data-letters={short ? initials(user.name) : monogram(user.name)}
      aria-hidden
    />
  );
  if (short)
    return (
      <span title={user.name}>
        {badge}
        <span className="visually-hidden">{user.name}</span>
      </span>
    );
  return (
    <span className={classes.user}>
      {badge}
      <span className={classes.ellipsis}>{user.name}</span>
    </span>
  );
}
