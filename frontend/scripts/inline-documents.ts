import { globSync, readFileSync } from "node:fs";
import { type FragmentDefinitionNode, Kind, parse, print, stripIgnoredCharacters, visit } from "graphql";
import type { Plugin } from "vite";

const call = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

function readFragments(): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const path of globSync("src/**/*.{ts,tsx}"))
    for (const [, text] of readFileSync(path, "utf8").matchAll(call))
      for (const definition of parse(text ?? "").definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return fragments;
}

/**
 * Puts each operation where it is used, as text with its fragments, instead of the generated table of all of them,
 * which every page would load. Fragments alone are needed by the types only.
 */
export function inlineDocuments(): Plugin {
  let fragments = new Map<string, FragmentDefinitionNode>();

  const inlined = (text: string): string => {
    const document = parse(text);
    if (document.definitions.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)) return "null";
    const used = new Map<string, FragmentDefinitionNode>();
    const collect = (node: Parameters<typeof visit>[0]): void => {
      visit(node, {
        enter(inner) {
          if (inner.kind !== Kind.FRAGMENT_SPREAD || used.has(inner.name.value)) return;
          const fragment = fragments.get(inner.name.value);
          if (!fragment) throw new Error(`No fragment ${inner.name.value}`);
          used.set(inner.name.value, fragment);
          collect(fragment);
        },
      });
    };
    collect(document);
    const definitions = [...document.definitions, ...used.values()];
    return JSON.stringify(stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions })));
  };

  return {
    name: "inline-documents",
    apply: "build",
    enforce: "pre",
    buildStart() {
      fragments = readFragments();
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: "graphql(`" },
      handler: (code) => ({ code: code.replace(call, (_, text: string) => inlined(text)), map: null }),
    },
  };
}
