import { ownProperty } from '../../shared/own-properties.ts'
import { fill, inOneLine, textIn } from '../../shared/sentences.ts'
import type { SectionName, SectionWords } from '../../words/sections-text.ts'
import type { Relation } from '../declaration.ts'
import {
  type Cell,
  company,
  companyAndCountry,
  country,
  items,
  kept,
  lines,
  orNotStated,
  recipientPurpose,
  refusalElsewhere,
  sitePurpose,
  whenAndHow,
} from '../facts.ts'

/** A cell in a section of a policy page. */
type SectionCell = Cell<SectionWords>

const name: Cell = ({ service }) => lines(service.name)

/** Returns the company, and the hosts to which the service sends data. */
const companyAndHosts: SectionCell = (row, words) => [
  ...orNotStated(row.recipient && companyAndCountry(row, words), words),
  ...lines(inOneLine(hostsOf(row.service.addresses, words), words.language)),
]

/**
 * Returns the host names in patterns of addresses, each once. Leaves out paths of the site itself,
 * and patterns for any host. Writes a host of all countries, such as `google.*`, in words.
 */
const hostsOf = (patterns: readonly string[], { countryDomains }: SectionWords) =>
  [...new Set(patterns.map(pattern => pattern.replace(/^(https?:\/\/|\*\.)*([^/?]*).*$/, '$2')))]
    .filter(host => host && host !== '*')
    .map(host =>
      host.endsWith('.*') ? fill(countryDomains, { host: host.replace(/\*$/, 'com') }) : host,
    )

/**
 * Returns the legal ground of a transfer. With consent, names the purpose that was asked about. The
 * consent to a necessary service is not stated, because no visitor is asked.
 */
const basis: SectionCell = ({ service: { category = '' }, recipient }, words) => {
  const ground = recipient?.transfer?.basis
  const purpose = ownProperty(words.purposes ?? {}, category) ?? category
  const isUnasked = ground === 'consent' && !purpose
  return lines(
    recipient?.relation === 'collects-itself' ? words.collectsItself : undefined,
    isUnasked ? undefined : fill(ownProperty(words.bases, `${ground}`) ?? '', { purpose }),
  )
}

const toolKind: SectionCell = ({ service }, { toolKinds }) =>
  lines(ownProperty(toolKinds, `${service.toolKind}`))

/** Returns the items; with the note "as far as this is personal" if nobody is identified. */
const personalItems: SectionCell = (row, words) => [
  ...orNotStated(items(row, words), words),
  ...(row.service.identifies === false ? lines(words.asFarAsPersonal) : []),
]

/** Returns the purposes for which the site and the recipient use the data. */
const purposes: Cell = (row, words) =>
  [sitePurpose(row, words) ?? [], recipientPurpose(row, words) ?? []].flat()

/** Returns the work that a processor does: the purpose that stands at it, else that of the site. */
const work: Cell = ({ service, recipient }, { language }) =>
  lines(textIn(recipient?.purpose ?? service.purposes?.site, language))

const identified: SectionCell = ({ service: { identifies, cookies } }, words) =>
  lines(
    identifies === true ? words.identified : undefined,
    identifies === false ? words[cookies[0] ? 'tellsApart' : 'notIdentified'] : undefined,
  )

/** Returns how to refuse: on the site and, if the service declares a way, at the recipient. */
const refusal: SectionCell = (row, words) => [
  ...lines(words.refuse),
  ...(refusalElsewhere(row, words) ?? []),
]

/** Returns how to refuse, and what happens then; why there is no refusal if it is necessary. */
const refusalAndEffect: SectionCell = (row, words) => {
  const { necessary, refusal: stated } = row.service
  if (necessary) return lines(words.necessary, textIn(necessary, words.language))
  const effect = textIn(stated?.effect, words.language) ? undefined : words.effect
  return [...(refusal(row, words) ?? []), ...lines(effect)]
}

/**
 * The facts of each section with a single table, in the order of the columns in `SectionWords`.
 * README.md says which law asks for which.
 */
export const SHOWN_IN: Readonly<
  Record<Exclude<SectionName, 'cookies' | 'recipients'>, readonly SectionCell[]>
> = {
  behavioural: [name, companyAndCountry, toolKind, items, purposes, kept, identified, refusal],
  transfers: [
    ...[name, company, country, basis, whenAndHow, personalItems, recipientPurpose, kept],
    refusalAndEffect,
  ],
  'external-transmission': [
    ...[name, companyAndHosts, items, sitePurpose, recipientPurpose, refusal],
  ],
}

/** The facts of the tables of recipients, whose relation decides which purpose is shown. */
export const shownOf = (relation: Relation | 'not-stated'): readonly Cell[] => [
  ...[companyAndCountry, name, relation === 'processor' ? work : recipientPurpose, items, kept],
]
