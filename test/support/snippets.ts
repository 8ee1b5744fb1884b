/** Returns the code below a heading of a guide in `docs/`, up to the next heading. */
export async function readSnippets(guide: string, heading: string): Promise<string[]> {
  const text = await (await fetch(`/docs/${guide}`)).text();
  const section = text.split(/^#+ /m).find((part) => {
    return part.split('\n', 1)[0]!.toLowerCase() === heading.toLowerCase();
  });
  if (section === undefined) throw new Error(`docs/${guide} has no heading "${heading}".`);
  return [...section.matchAll(/```\w+\n([^]*?)```/g)].map(([, code]) => code!);
}

/** Runs a snippet as a module, with entries of the package replaced by their source. */
export async function runSnippet(code: string): Promise<void> {
  const source = code.replace(
    /'livewebinar-room(\/[\w/]+)?'/g,
    (_, entry = '') => `'${location.origin}/src${entry}/index.ts'`,
  );
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
