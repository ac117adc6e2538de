import type { Service } from '@spaceone/consent'
import { splitAddress } from '@spaceone/consent/inventory'
import * as services from '@spaceone/consent/services'
import { type AddressPattern, addressPattern } from '../collectors/address-pattern.ts'
import { storedNames } from '../collectors/google.ts'

/** A preset of `@spaceone/consent/services`, and what it declares. */
export interface KnownPreset {
  /** The name of the function, such as `clarity`. */
  readonly call: string
  /** The name of the service, such as `Microsoft Clarity`. */
  readonly name: string
  readonly needsId: boolean
  readonly isId: (text: string) => boolean
  readonly patterns: readonly AddressPattern[]
  /** Names of cookies and keys; a name that ends in `*` is a prefix. */
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
}

/** Made-up ids, of which each preset that needs an id accepts one. */
const SAMPLES: readonly string[] = [
  ...['G-0000000000', 'AW-0000000000', 'GTM-0000000'],
  ...[
    'a1b2c3d4e5',
    '1234567',
    '1234567890',
    '1234567890123456',
    's_1a2b3c4d5e6f',
    '1234567890abcd',
  ],
  '01234567-89ab-4cde-8f01-23456789abcd',
]

type Create = (options: { readonly id?: string }) => Service

/** Returns the service of a preset; `undefined` if the preset refuses the options. */
const created = (create: Create, options: { readonly id?: string }): Service | undefined => {
  try {
    const service = create(options)
    return service.isInvalid ? undefined : service
  } catch {
    return undefined
  }
}

/**
 * The presets of `@spaceone/consent/services`. A preset is missing if it needs an id and accepts
 * none of `SAMPLES`; `presets.test.ts` then fails.
 */
export const PRESETS: readonly KnownPreset[] = Object.entries(services as object).flatMap(
  ([call, create]: [string, Create]): readonly KnownPreset[] => {
    const plain = created(create, {})
    const service =
      plain ?? SAMPLES.map(id => created(create, { id })).find(one => one !== undefined)
    if (!service?.name) return []
    const { name, addresses = [], cookies = [], storage = [] } = service
    return [
      {
        ...{ call, name, needsId: !plain },
        isId: id => created(create, { id }) !== undefined,
        patterns: addresses.map(text => addressPattern(text)),
        ...{ cookies: storedNames(cookies), storage: storedNames(storage) },
      },
    ]
  },
)

/**
 * Returns the preset for an address; `undefined` if there is none.
 *
 * @param name The collector's name. A preset of this name comes before others.
 */
export const presetFor = (address: string, name: string | undefined): KnownPreset | undefined => {
  const parts = splitAddress(new URL(address))
  const rankOf = ({ patterns }: KnownPreset) => Math.max(0, ...patterns.map(one => one(parts)))
  return (
    PRESETS.find(one => one.name === name) ??
    PRESETS.filter(rankOf).sort((one, other) => rankOf(other) - rankOf(one))[0]
  )
}

/**
 * Returns the first id with a digit in addresses that a preset accepts: in `id`, other parameters,
 * the path.
 */
export const idIn = (addresses: readonly string[], { isId }: KnownPreset): string | undefined => {
  const urls = addresses.map(one => new URL(one))
  const named = urls.flatMap(({ searchParams }) => searchParams.get('id') ?? [])
  const values = urls.flatMap(({ searchParams }) => [...searchParams.values()])
  const segments = urls.flatMap(({ pathname }) => pathname.split('/'))
  // A word such as `collect` has the form of some ids, but no digit.
  return [...named, ...values, ...segments].find(one => /\d/.test(one) && isId(one))
}
