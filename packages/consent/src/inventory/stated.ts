import type { Declaration, Item, NotStated, Recipient, Retention, Stored } from './declaration.ts'

// A fact of another form must neither break what visitors read nor be left out in silence: these
// functions turn the fact into one that is not stated. `checkDeclarations` names it to developers.

/** Matches each value of `Relation`. */
export const RELATION: RegExp = /^(processor|third-party|collects-itself)$/
/** Matches each value of `Basis`. */
export const BASIS: RegExp = /^(consent|contract|law|certified|equivalent)$/
/** Matches each value of `ToolKind`. */
export const TOOL_KIND: RegExp = /^(script|pixel|iframe|app-sdk)$/

/** Returns a text that a pattern matches; `undefined` for any other value. */
export const statedText = <Value>(value: Value, pattern: RegExp): Value | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined

/**
 * Returns the recipients of a service as a list. A relation or basis that is none becomes
 * `undefined`. If an entry of the list names no company, no recipient is stated: the others alone
 * would say that there are no more.
 */
export const statedRecipients = <Said>(
  recipients: Declaration<Said>['recipients'] | undefined,
): readonly Recipient<Said>[] | NotStated => {
  const list = [recipients].flat() as readonly Recipient<Said>[]
  return list.every(one => one?.company && typeof one.company === 'string')
    ? list.map(one => ({
        ...one,
        // Without the key, our entry of the same company completes the recipient.
        ...('relation' in one && { relation: statedText(one.relation, RELATION) }),
        ...(one.transfer && {
          transfer: { ...one.transfer, basis: statedText(one.transfer.basis, BASIS) as never },
        }),
      }))
    : 'not-stated'
}

/** Returns a retention that has a number of seconds or words; `not-stated` for any other value. */
export const statedRetention = <Said>(
  retention: Declaration<Said>['retention'] | undefined,
): Retention<Said> | NotStated => {
  const { seconds, until } = (retention ?? {}) as Retention<Said>
  return (typeof seconds === 'number' ? seconds >= 0 : until)
    ? (retention as Retention<Said>)
    : 'not-stated'
}

/** Returns a list in which each item has an id; an empty list for any other value. */
export const statedItems = <Said>(
  items: readonly Item<Said>[] | undefined,
): readonly Item<Said>[] =>
  Array.isArray(items) && items.every(one => typeof one?.id === 'string') ? items : []

/** Returns the entries of a list that are names, or rows with a name; none of any other value. */
export const statedRows = <Said>(
  rows: readonly (string | Stored<Said>)[] | undefined,
): readonly (string | Stored<Said>)[] =>
  Array.isArray(rows)
    ? rows.filter(one => typeof (typeof one === 'string' ? one : one?.name) === 'string')
    : []
