import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Inventory } from '@spaceone/consent/inventory'
import { firstLine } from '../first-line.ts'
import { readInventory } from '../inventory/read-inventory.ts'
import { readAcceptances } from '../judge/accept.ts'
import type { Acceptance } from '../judge/verdict.ts'
import { fault } from './fault.ts'

/**
 * Reads a file that an option, or the argument of a verb, names.
 *
 * @param option The option, such as `--inventory`, or the verb, for the message.
 * @throws A `fault` if the file cannot be read, or `read` throws.
 */
export const readInput = <Content>(
  option: string,
  path: string,
  read: (bytes: Buffer) => Content,
): Content => {
  try {
    return read(readFileSync(path))
  } catch (error) {
    throw fault(`${option} ${path}: ${firstLine(error)}`.trim())
  }
}

/** Reads an inventory; `undefined` without a path. */
export const inventoryIn = (path: string | undefined): Inventory | undefined =>
  path === undefined
    ? undefined
    : readInput('--inventory', path, bytes => readInventory(bytes.toString('utf8')))

/** The file of acceptances that is read without `--accept-file`, if the current folder has it. */
const ACCEPT_FILE = 'consent-audit.accept.json'

/** Reads the acceptances of findings; none if no path is given and the default file is missing. */
export const acceptancesIn = (path: string | undefined): readonly Acceptance[] =>
  path === undefined && !existsSync(ACCEPT_FILE)
    ? []
    : readInput('--accept-file', path ?? ACCEPT_FILE, bytes =>
        readAcceptances(bytes.toString('utf8')),
      )

const ofKind = (key: KeyObject): KeyObject => {
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new Error(`The key is of the kind ${key.asymmetricKeyType}. Expected Ed25519.`)
}

/** Reads the private key that signs; `undefined` without a path. */
export const privateKeyIn = (path: string | undefined): KeyObject | undefined =>
  path === undefined
    ? undefined
    : readInput('--sign', path, bytes => ofKind(createPrivateKey(bytes)))

/** Reads the public key that must have signed; `undefined` without a path. */
export const publicKeyIn = (path: string | undefined): KeyObject | undefined =>
  path === undefined ? undefined : readInput('--key', path, bytes => ofKind(createPublicKey(bytes)))
