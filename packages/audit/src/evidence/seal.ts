import type { KeyObject } from 'node:crypto'
import type { Inventory } from '@spaceone/consent/inventory'
import type { Seen } from '../seen.ts'
import { packArchive } from './archive.ts'
import { CHAIN, chainOf, chainText, SIGNATURE } from './chain.ts'
import { conditionsOf } from './conditions.ts'
import { markPicture } from './mark-picture.ts'
import { takePictures } from './pictures.ts'
import schema from './seen.schema.json' with { type: 'json' }
import { signatureOf } from './signature.ts'
import { toHar } from './to-har.ts'

/** What `consent-audit.zip` is made of, and the key that signs it. */
export interface SealOptions {
  readonly seen: Seen
  /** The inventory that the audit was judged with. */
  readonly inventory?: Inventory | undefined
  /** Reports, such as the HTML report, by file name. */
  readonly reports?: Readonly<Record<string, string>> | undefined
  /** A private key of the kind Ed25519 that signs the file. @default no signature */
  readonly key?: KeyObject | undefined
}

/**
 * Returns the bytes of `consent-audit.zip`: what was seen, its schema, a HAR, the pictures, the
 * conditions, the inventory if there is one, the reports, a chain of hashes, and a signature if
 * there is a key.
 */
export const sealEvidence = ({ seen, inventory, reports = {}, key }: SealOptions): Uint8Array => {
  const { stored, pictures } = takePictures(seen)
  const files = new Map<string, Uint8Array>()
  const add = (name: string, content: string | object) =>
    files.set(
      name,
      Buffer.from(typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`),
    )
  add('seen.json', stored)
  add('seen.schema.json', schema)
  add('network.har', toHar(seen))
  add('conditions.json', conditionsOf(seen, inventory))
  if (inventory) add('inventory.json', inventory)
  for (const [name, picture] of pictures) files.set(name, picture)
  const shots = seen.pages.flatMap(page => page.phases.flatMap(phase => phase.screenshots))
  const names = [...pictures.keys()]
  for (const [at, shot] of shots.entries()) {
    const marked = markPicture(shot, seen.options.viewport)
    if (marked) add(`${names[at]?.replace(/jpg$/, 'svg')}`, marked)
  }
  for (const [name, report] of Object.entries(reports)) add(name, report)
  const chain = chainText(chainOf(files))
  add(CHAIN, chain)
  if (key) add(SIGNATURE, signatureOf(chain, key))
  return packArchive(files, new Date(seen.began))
}
