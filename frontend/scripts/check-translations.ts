// Fails where a language lacks a key or a placeholder that English has, has one too many, or where Chinese
// text stands in a component instead of in a translation.
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

type Tree = { [key: string]: string | Tree };

const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const languages = ["zh-CN"];
const problems: string[] = [];

function flatten(tree: Tree, prefix = ""): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value !== "string") {
      for (const [inner, placeholders] of flatten(value, path)) keys.set(inner, placeholders);
      continue;
    }
    if (value.trim() === "") problems.push(`empty text: ${path}`);
    // Chinese has one plural form, English two: what must agree is the key without its form.
    const base = path.replace(pluralSuffix, "");
    const placeholders = keys.get(base) ?? new Set<string>();
    for (const match of value.matchAll(/{{\s*(\w+)/g)) placeholders.add(match[1] ?? "");
    keys.set(base, placeholders);
  }
  return keys;
}

const read = (path: string): Map<string, Set<string>> => flatten(JSON.parse(readFileSync(path, "utf8")));

for (const reference of globSync("src/**/en.json")) {
  const expected = read(reference);
  for (const language of languages) {
    const path = join(dirname(reference), `${language}.json`);
    let actual: Map<string, Set<string>>;
    try {
      actual = read(path);
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    for (const [key, placeholders] of expected) {
      const translated = actual.get(key);
      if (!translated) problems.push(`${path}: missing ${key}`);
      else if ([...placeholders].some((name) => name !== "count" && !translated.has(name)))
        problems.push(`${path}: ${key} lacks a placeholder of English (${[...placeholders].join(", ")})`);
    }
    for (const key of actual.keys()) if (!expected.has(key)) problems.push(`${path}: unknown key ${key}`);
  }
}

for (const path of globSync("src/**/*.tsx").filter((name) => !name.includes(".test."))) {
  // Comments may quote Chinese; they are blanked, their line breaks kept for the line numbers.
  const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, (comment) =>
    comment.replace(/[^\n]/g, ""),
  );
  code.split("\n").forEach((line, index) => {
    if (/\p{Script=Han}/u.test(line))
      problems.push(`${path}:${index + 1}: Chinese text outside the translations`);
  });
}

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
