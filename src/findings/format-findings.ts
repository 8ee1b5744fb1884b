import type { Change, Finding, Level } from './finding.js';

const LEVELS: Level[] = ['error', 'warning', 'note'];
const MAX_COLUMNS = 96;

/** Breaks a text into indented lines. The first line can have an indent of its own. */
function wrap(text: string, indent: string, firstIndent = indent): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length >= MAX_COLUMNS - indent.length) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one, index) => (index ? indent : firstIndent) + one).join('\n');
}

/** Maximum length of a text in characters: long enough for a policy, short enough to read. */
const MAX_TEXT_LENGTH = 1000;

/** Replaces line breaks and control characters, with which a page could control the terminal, and truncates long text. */
const toOneLine = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]+/gu, ' ');
  return line.length > MAX_TEXT_LENGTH ? `${line.slice(0, MAX_TEXT_LENGTH)}…` : line;
};

const formatChange = ({ where, from, to }: Change): string =>
  [
    `           in      ${toOneLine(where)}`,
    ...(from ? [`           ${to ? 'change ' : 'remove '} ${toOneLine(from)}`] : []),
    ...(to ? [`           ${from ? 'to     ' : 'add    '} ${toOneLine(to)}`] : []),
  ].join('\n');

const formatCount = (findings: readonly Finding[], level: Level) => {
  const count = findings.filter((finding) => finding.level === level).length;
  return count > 0 ? `${count} ${level}${count === 1 ? '' : 's'}` : undefined;
};

/** Formats findings for a terminal without color, grouped by visitors. */
export function formatFindings(url: string, findings: readonly Finding[]): string {
  const sorted = [...findings].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const parts = [...groupByVisitors(sorted)].map(([visitors, group]) =>
    [
      visitors,
      ...group.map(({ level, message, change }) =>
        [
          wrap(toOneLine(message), ' '.repeat(11), `  ${level.padEnd(9)}`),
          ...(change ? [formatChange(change)] : []),
        ].join('\n'),
      ),
    ].join('\n'),
  );
  const counts = LEVELS.map((level) => formatCount(findings, level)).filter(Boolean);
  const summary = counts.length > 0 ? `${counts.join(', ')}.` : 'Nothing found.';
  return `${[url, ...parts, summary].join('\n\n')}\n`;
}

function groupByVisitors(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.visitors);
    if (group) group.push(finding);
    else groups.set(finding.visitors, [finding]);
  }
  return groups;
}
