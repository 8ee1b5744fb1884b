import type { Get } from '../doctor/http-client.js';
import { observeVendor } from './observe-vendor.js';
import { VENDOR_FACTS, type FactCheck } from './vendor-facts.js';
import type { VendorHosts } from './vendor-hosts.js';

/** A fact of the contract, and the verdict on it. */
export interface VendorRow extends FactCheck {
  readonly name: string;
  readonly section: string;
  readonly fact: string;
}

/** Compares the vendor's responses with each fact of the contract. Sends no token. */
export async function checkVendor(
  licenseKey: string,
  hosts: VendorHosts,
  get: Get,
): Promise<VendorRow[]> {
  const seen = await observeVendor(licenseKey, hosts, get);
  return VENDOR_FACTS.map(({ name, section, fact, judge }) => ({
    name,
    section,
    fact,
    ...judge(seen, hosts),
  }));
}

/** Formats the rows for a terminal, by section. */
export function formatVendor(rows: readonly VendorRow[]): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  const parts = sections.map((section) =>
    [
      section,
      ...rows
        .filter((row) => row.section === section)
        .map(
          ({ verdict, fact, detail }) => `  ${verdict.padEnd(9)} ${fact}\n            ${detail}`,
        ),
    ].join('\n'),
  );
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const summary = `${count('holds')} hold, ${count('differs')} differ, ${count('not seen')} not seen.`;
  return `${[...parts, summary].join('\n\n')}\n`;
}
