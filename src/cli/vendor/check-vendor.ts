import type { Get } from '../doctor/http-client.js';
import { observeVendor } from './observe-vendor.js';
import { VENDOR_FACTS, type FactCheck } from './vendor-facts.js';
import type { VendorHosts } from './vendor-hosts.js';

/** A fact of the contract with its verdict. */
export interface VendorRow extends FactCheck {
  readonly name: string;
  readonly section: string;
  readonly fact: string;
}

/** Compares the vendor's responses with each fact of the contract. Sends no token other than the license key. */
export async function checkVendor(
  licenseKey: string,
  hosts: VendorHosts,
  get: Get,
): Promise<VendorRow[]> {
  const observations = await observeVendor(licenseKey, hosts, get);
  return VENDOR_FACTS.map(({ name, section, fact, judge }) => ({
    name,
    section,
    fact,
    ...judge(observations, hosts),
  }));
}

/** Formats the rows for a terminal, grouped by section. */
export function formatVendorRows(rows: readonly VendorRow[]): string {
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
