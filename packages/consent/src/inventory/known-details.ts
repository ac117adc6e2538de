import { own } from '../shared/own.ts'
import type { DetailsWords } from '../words/words-table.ts'
import type { Declaration, Recipient } from './declaration.ts'

/** What the banner says about one service. */
export type ServiceDetails = readonly [
  purpose: string,
  collected: string,
  recipient: string,
  kept: string,
]

/** Returns the recipients of a service as a list, which is empty where they are not stated. */
export const listed = <Said>(
  recipients: Declaration<Said>['recipients'] | undefined,
): readonly Recipient<Said>[] =>
  ([recipients ?? []].flat() as Recipient<Said>[]).filter(one => one?.company)

/** Says whether a declaration names nobody but the site itself as recipient. */
export const isEmpty = (recipients: Declaration['recipients'] | undefined): boolean =>
  Array.isArray(recipients) && recipients.length === 0

/**
 * Returns what the banner says about a service from the words that come with the banner: our own
 * words for Google Analytics and Tag Manager, only the recipients for any other service.
 */
export const knownDetails = (
  {
    name,
    recipients,
  }: { readonly name: string; readonly recipients?: Declaration['recipients'] | undefined },
  { notStated, onlyThisSite, countries, services }: DetailsWords,
): ServiceDetails => {
  const { site, collected, when, kept } = own(services, name) ?? {}
  const companies = listed(recipients).map(({ company, country }) =>
    country ? `${company} (${own(countries, country) ?? country})` : company,
  )
  const recipient =
    [...companies, when ?? []].flat().join(', ') || (isEmpty(recipients) ? onlyThisSite : '')
  return [site, collected, recipient, kept].map(
    text => text || notStated,
  ) as unknown as ServiceDetails
}
