import type { Act } from '../../seen.ts'
import type { Meaning } from './meanings.ts'

/** Says whether a label has at least one of some meanings. */
type Has = (...some: readonly Meaning[]) => boolean

/** What a group of rules says of a label: an act, `unread` if it is unclear, or nothing. */
type LabelAct = Act | 'unread' | undefined

/**
 * Returns what a label does, from the meanings of its words; `undefined` if that is unclear.
 * Negation and restriction come before acceptance, because a refusal can contain the words of an
 * acceptance, as in 동의하지 않음 and “Accept only essential”.
 *
 * @param inSettings Whether the control is in a layer of settings, where “OK” saves.
 */
export const actOfMeanings = (
  meanings: readonly Meaning[],
  inSettings: boolean,
): Act | undefined => {
  const has: Has = (...some) => some.some(one => meanings.includes(one))
  const act =
    ofAlternatives(has) ??
    ofNouns(has, meanings) ??
    ofNegation(has) ??
    ofRefusal(has) ??
    ofRestriction(has) ??
    ofSettings(has, inSettings) ??
    ofAcceptance(has, meanings, inSettings)
  return act === 'unread' ? undefined : act
}

/** “Manage or reject” leads to settings; “Accept or reject” does not say what a click does. */
const ofAlternatives = (has: Has): LabelAct => {
  if (!has('or')) return undefined
  return has('choose') && !has('accept') ? 'settings' : 'unread'
}

/** Labels such as 동의 항목, 거부 목록 and 동의 철회 내역 speak of an answer, and give none. */
const ofNouns = (has: Has, meanings: readonly Meaning[]): LabelAct => {
  const isNoun = meanings.some((one, at) => one === 'noun' && ANSWERS.has(meanings[at - 1]))
  return isNoun && !has('choose', 'save', 'not') ? 'unread' : undefined
}

const ANSWERS: ReadonlySet<Meaning | undefined> = new Set([
  ...(['accept', 'consent', 'refuse', 'withdraw'] as const),
])

const ofNegation = (has: Has): LabelAct => {
  // “No, let me choose”, but not “No, I accept” or “OK, no”.
  if (has('no') && !has('not', 'refuse')) {
    if (has('choose')) return 'settings'
    if (has('accept', 'save') && !has('necessary')) return 'unread'
    return has('show') || (has('fine') && !has('cookies')) ? 'unread' : 'refuse'
  }
  if (!has('not')) return undefined
  // “Do not reject”, “Continue without saving”, 설정 안 함, 同意を撤回しない.
  if (has('refuse', 'save', 'choose', 'withdraw', 'unclear')) return 'unread'
  return has('accept', 'consent', 'cookies', 'optional') ? 'refuse' : 'unread'
}

const ofRefusal = (has: Has): LabelAct => {
  if (has('withdraw')) return has('choose') ? 'settings' : 'refuse'
  if (!has('refuse')) return undefined
  // “Reject all and accept necessary”, but not “Accept all, reject none”.
  if (has('accept') && !has('necessary')) return 'unread'
  // “Opt-out preferences”, but not Orejime's “Alle Einstellungen ablehnen”.
  return has('choose') && !has('all', 'save') ? 'settings' : 'refuse'
}

const ofRestriction = (has: Has): LabelAct => {
  if (has('unclear')) return 'unread'
  if (has('necessary')) {
    if (has('optional', 'choose', 'details')) return 'unread'
    if (has('only')) return 'refuse'
    // 필수·선택 전체 동의 accepts all, and “[필수] 동의” is the box of a form.
    if (has('all', 'selected')) return 'unread'
    return has('accept', 'go') || (has('consent') && has('cookies')) ? 'refuse' : 'unread'
  }
  // “Accept selected”, 선택 확인.
  if (has('selected') && has('accept', 'consent', 'save', 'check')) return 'save'
  return has('only') ? 'unread' : undefined
}

const ofSettings = (has: Has, inSettings: boolean): LabelAct => {
  if (has('save')) {
    if (!has('all')) return 'save'
    // “Accept all and save” accepts. “Save all” could save or accept.
    return has('accept', 'consent') ? 'accept' : has('choose') ? 'save' : 'unread'
  }
  if (has('update') && has('choose', 'cookies', 'consent')) return inSettings ? 'save' : 'settings'
  if (!has('choose', 'details')) return undefined
  // Orejime's “Alle Einstellungen akzeptieren” accepts. 同意の設定 and 동의 변경 are settings.
  if (has('accept')) return has('all') ? 'accept' : 'unread'
  return has('close', 'fine', 'check') ? 'unread' : 'settings'
}

const ofAcceptance = (has: Has, meanings: readonly Meaning[], inSettings: boolean): LabelAct => {
  if (has('accept', 'consent')) {
    // “View consent” and 동의 상태 확인.
    return has('show', 'check', 'update') ? 'unread' : 'accept'
  }
  // OK, 확인, はい and the like count as the whole label alone.
  const isAnswer = has('fine') && meanings.every(one => ANSWERING.has(one))
  if (!isAnswer && meanings.join() !== 'check') return undefined
  return inSettings ? 'save' : 'accept'
}

/** The meanings that words of a plain answer can have, such as “Yes, please” and “Cookies OK”. */
const ANSWERING: ReadonlySet<Meaning> = new Set(['fine', 'thanks', 'plain', 'cookies'])
