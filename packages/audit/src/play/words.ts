import type { Act } from '../seen.ts'

/**
 * Matches words of controls in English, Korean and Japanese, as `normalise` and `compact` leave
 * them. The first match counts, because a refusal can contain the words of an acceptance, as in
 * “동의하지 않음”.
 */
const RULES: readonly (readonly [Act, RegExp])[] = [
  [
    'refuse',
    /^(reject|decline|refuse|deny|disagree|opt ?out)\b|^(i |no,? )?(do not|don't|dont) (accept|agree|allow|consent)|^no,? thanks|^(continue|proceed) without (accept|agree|consent)|(only|just) (the )?(strictly )?(necessary|essential|required)|^(allow |accept |use )?(strictly )?(necessary|essential|required)( cookies)? only/,
  ],
  ['refuse', /거부|거절|동의하지|동의안|허용안|허용하지|수락하지|수락안|필수(쿠키|항목)?만/],
  ['refuse', /拒否|拒絶|同意しない|許可しない|承諾しない|受け入れない|必須.*のみ|必要.*のみ|却下/],
  ['save', /^(save|confirm|apply|accept selected|allow selected|allow selection)\b/],
  ['save', /^(저장|선택저장|선택항목|선택한|적용)/],
  ['save', /保存|^選択.*(許可|同意|保存)|適用/],
  [
    'settings',
    /\b(settings|preferences|manage|custom(ize|ise)|options|choices|let me choose|configure|personali[sz]e|more choices|details)\b/,
  ],
  ['settings', /설정|옵션|맞춤|선택하기|관리|변경|철회/],
  ['settings', /設定|カスタマイズ|管理|選択する|オプション|変更|撤回|詳細/],
  [
    'accept',
    /^(i )?(accept|agree|allow|consent|got it|ok|okay|yes|understood)\b|^(that's|thats) (ok|fine)|^enable all/,
  ],
  ['accept', /동의|수락|허용|확인|네$|예$/],
  ['accept', /同意|許可|承諾|受け入れ|了解|^はい|^ok/],
]

/** Matches texts about cookies or consent, in English, Korean and Japanese. */
const TOPIC =
  /cookie|consent|privacy|tracking|쿠키|개인정보|동의|프라이버시|クッキー|同意|プライバシー|トラッキング/i

/** The longest text of a control, in characters. A longer text is a sentence of the page. */
const LONGEST = 60

const normalise = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Removes the blanks from Korean and Japanese words, because sites differ in their blanks. */
const compact = (words: string): string =>
  /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)
    ? words.replace(/ /g, '')
    : words

/** Returns what a control does in a banner, by its words; `undefined` if no rule matches. */
export const actOf = (words: string): Act | undefined => {
  if (words.length > LONGEST) return undefined
  const text = compact(normalise(words))
  return RULES.find(([, rule]) => rule.test(text))?.[0]
}

/** Says whether a text is about cookies or consent. */
export const isAboutConsent = (text: string): boolean => TOPIC.test(text)

/** Says whether a control opens the settings of cookies or consent, by its words alone. */
export const opensSettings = (words: string): boolean =>
  isAboutConsent(words) && actOf(words) === 'settings'
