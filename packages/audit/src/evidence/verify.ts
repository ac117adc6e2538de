import type { KeyObject } from 'node:crypto'
import { printable } from '../report/printable.ts'
import { unpackArchive } from './archive.ts'
import { CHAIN, type Chain, chainFaults, readChain, SIGNATURE } from './chain.ts'
import { signatureFault, signerIn } from './signature.ts'

/** What verifying a sealed file has found. */
export interface Verification {
  /** Whether no fault was found in the file. */
  readonly isIntact: boolean
  /** Sentences about faults, such as a file that was altered; none if the file is intact. */
  readonly faults: readonly string[]
  /** The hash that stands for all files; missing if the chain cannot be read. */
  readonly head?: string | undefined
  /** The public key of the signature, in PEM; missing without a signature or with a fault. */
  readonly signer?: string | undefined
}

/** The files of a verified sealed file, and what verifying has found. */
export interface Verified extends Verification {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Options of `verifyEvidence`. */
export interface VerifyOptions {
  /** The public key that must have signed the file. @default any key, or none */
  readonly key?: KeyObject | undefined
}

const textIn = (files: ReadonlyMap<string, Uint8Array>, name: string): string | undefined => {
  const bytes = files.get(name)
  return bytes && Buffer.from(bytes).toString('utf8')
}

/**
 * Checks a sealed file against its own hashes and signature, without a network.
 *
 * The hashes find damage and careless changes. Somebody who alters the file on purpose can work out
 * new hashes; only a signature of a known key finds this.
 */
export const verifyEvidence = (bytes: Uint8Array, { key }: VerifyOptions = {}): Verified => {
  const archive = unpackArchive(bytes)
  if (!archive)
    return {
      isIntact: false,
      faults: ['The file is no zip archive, or is damaged.'],
      files: new Map(),
    }
  const { files, isWhole } = archive
  const text = textIn(files, CHAIN)
  const chain: Chain | undefined = text === undefined ? undefined : readChain(text)
  const signature = textIn(files, SIGNATURE)
  const faults = [
    ...archive.faults,
    ...(text === undefined ? [`${CHAIN} is missing.`] : chain ? [] : [`${CHAIN} was altered.`]),
    ...(chain ? chainFaults(chain, files) : []),
    ...[signatureFault(signature, text ?? '', key)].filter(one => one !== undefined),
  ]
  // The hash of the archive says nothing new about a file that was altered.
  if (!faults.length && !isWhole)
    faults.push('The archive was altered outside of its files, or was packed again.')
  const isIntact = !faults.length
  return {
    ...{ isIntact, faults: faults.map(printable), files, head: chain?.head },
    signer: isIntact && signature !== undefined ? signerIn(signature) : undefined,
  }
}
