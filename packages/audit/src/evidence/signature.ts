import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { SIGNATURE } from './chain.ts'

/** The content of `signature.json`. */
interface Signature {
  readonly algorithm: 'Ed25519'
  /** The public key, in PEM. */
  readonly publicKey: string
  /** The signature of `chain.json`, in base64. */
  readonly signature: string
}

const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString()

/**
 * Returns the text of `signature.json`.
 *
 * @param chain The text of `chain.json`.
 * @param key A private key of the kind Ed25519.
 */
export const signatureOf = (chain: string, key: KeyObject): string => {
  const content: Signature = {
    algorithm: 'Ed25519',
    publicKey: pemOf(createPublicKey(key)),
    signature: sign(null, Buffer.from(chain), key).toString('base64'),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/**
 * Returns a sentence if the signature is invalid, or if `known` is given and the signature is
 * missing or of another key; otherwise `undefined`.
 *
 * @param text The text of `signature.json`; `undefined` without a signature.
 * @param known The public key that must have signed. @default any key, or none
 */
export const signatureFault = (
  text: string | undefined,
  chain: string,
  known?: KeyObject,
): string | undefined => {
  if (text === undefined) return known && `${SIGNATURE} is missing: nobody has signed this file.`
  try {
    const { algorithm, publicKey, signature }: Signature = JSON.parse(text)
    const key = createPublicKey(publicKey)
    // A signature in another kind of base64, or with a longer key text, has bytes that are not signed.
    const isExact =
      text === `${JSON.stringify({ algorithm, publicKey: pemOf(key), signature }, null, 2)}\n` &&
      Buffer.from(signature, 'base64').toString('base64') === signature
    if (!isExact || algorithm !== 'Ed25519' || key.asymmetricKeyType !== 'ed25519')
      return `${SIGNATURE} was altered.`
    if (!verify(null, Buffer.from(chain), key, Buffer.from(signature, 'base64')))
      return `${SIGNATURE} does not fit chain.json: one of the two was altered.`
    return known && !known.equals(key) ? `${SIGNATURE} is of another key.` : undefined
  } catch {
    return `${SIGNATURE} was altered.`
  }
}

/** Returns the public key in the text of a valid `signature.json`, in PEM. */
export const signerIn = (text: string): string => (JSON.parse(text) as Signature).publicKey
