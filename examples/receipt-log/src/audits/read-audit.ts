import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { judge, readEvidence, type Verdict, verifyEvidence } from '@spaceone/consent-audit/judge'
import { sha256, shortHash } from '../chain.ts'
import { messageOf, readNamed } from '../read-named.ts'

/** What an entry of the log says about a sealed audit. */
export interface Audit {
  readonly v: 1
  /** The `shortHash` of the file. */
  readonly id: string
  readonly type: 'audit'
  /** SHA-256 of the sealed file, in hex. */
  readonly sha256: string
  /** When the audit began, in milliseconds since the epoch. */
  readonly began: number
  readonly tool: string
  /** Addresses of the audited pages. */
  readonly pages: readonly string[]
  /** Names of who was contacted on any page in any phase, sorted. */
  readonly contacted: readonly string[]
  /** Hash of the inventory that the audit was judged with; missing without an inventory. */
  readonly inventory?: string | undefined
  readonly outcome: Verdict['outcome']
  /** How many findings fail. */
  readonly failed: number
  /** SHA-256 of the public key that signed the file, in base64, as OpenSSH prints fingerprints. */
  readonly signer: string
}

/** A public key whose audits are accepted. */
export interface KnownKey {
  readonly name: string
  readonly key: KeyObject
}

/**
 * Reads the public keys of a folder. The name of a key is that of its file, `<name>.pem`.
 *
 * @param path Without a path, the result is `undefined`: every key is accepted.
 * @throws Error that names the file, if it has no public key.
 */
export const readKeys = (path: string | undefined): readonly KnownKey[] | undefined =>
  path === undefined
    ? undefined
    : readdirSync(path)
        .filter(name => name.endsWith('.pem'))
        .map(name => ({
          name: name.slice(0, -4),
          key: readNamed(join(path, name), pem => createPublicKey(pem)),
        }))

/** Returns the fingerprint of a public key: its SHA-256 in base64, without padding. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')
    .replace(/=+$/, '')

/**
 * Verifies a sealed file, and judges what the audit has seen.
 *
 * @param keys The keys one of which must have signed the file. @default any key
 * @returns What the log stores about the audit, or a sentence that says what is wrong with the file.
 */
export const readAudit = (file: Uint8Array, keys?: readonly KnownKey[]): Audit | string => {
  const { isIntact, faults, signer, files } = verifyEvidence(file)
  if (!isIntact) return `the audit was altered: ${faults.slice(0, 5).join(' ')}`
  if (signer === undefined)
    return 'the audit is not signed. Expected a file that was sealed with a key: consent-audit --sign'
  const key = createPublicKey(signer)
  if (keys && !keys.some(known => known.key.equals(key)))
    return 'the audit is signed by a key that is not in AUDIT_KEYS'
  try {
    const verdict = verdictOf(files)
    const { seen } = verdict
    const began = Date.parse(seen.began)
    if (Number.isNaN(began)) return 'the audit does not say when it began'
    return {
      ...{ v: 1, type: 'audit', sha256: sha256(file) },
      id: shortHash(file),
      began,
      tool: `${seen.tool.name} ${seen.tool.version}`,
      pages: seen.pages.map(({ url }) => url),
      contacted: [...new Set(verdict.contacts.map(({ name }) => name))].sort(),
      ...(verdict.inventoryHash === undefined ? {} : { inventory: verdict.inventoryHash }),
      outcome: verdict.outcome,
      failed: verdict.findings.filter(({ outcome }) => outcome === 'fails').length,
      signer: fingerprintOf(key),
    }
  } catch (error) {
    return messageOf(error)
  }
}

/** Judges what a sealed file has seen, with the inventory in the file. */
export const verdictOf = (files: ReadonlyMap<string, Uint8Array>): Verdict => {
  const { seen, inventory } = readEvidence(files)
  return judge(seen, inventory)
}
