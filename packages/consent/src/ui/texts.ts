import type { OwnLanguage } from '../shared/languages.ts'
import { own } from '../shared/own.ts'
import type { BannerText } from './banner/text/banner-text.ts'
import type { GuidePanelText } from './guide/text/guide-panel-text.ts'
import type { PlaceholderText } from './placeholder/text/placeholder-text.ts'
import type { PreferencesText } from './preferences/text/preferences-text.ts'
import type { RecordText } from './record/text/record-text.ts'

/** Everything we say in one language, by the part that says it. */
export interface Texts {
  readonly banner: BannerText
  readonly preferences: PreferencesText
  readonly record: RecordText
  readonly guide: GuidePanelText
  readonly placeholder: PlaceholderText
}

/** Some keys of a text, some of the keys of these, and so on. Lists are replaced as a whole. */
export type PartOf<Text> = Text extends readonly unknown[] | string
  ? Text
  : { readonly [Key in keyof Text]?: PartOf<Text[Key]> | undefined }

/** A language that we do not have, as a whole; browsers' menus, which it may not know, in part. */
export type AddedTexts = Omit<Texts, 'guide'> & {
  readonly guide: Omit<GuidePanelText, 'steps'> & PartOf<Pick<GuidePanelText, 'steps'>>
}

/**
 * What a host says otherwise, by language: `{ ko: { banner: { heading: '…' } } }`. A language that we
 * do not have is added. Where languages are named, as in `HostTexts<'ko' | 'fr'>`, such a one has to
 * be whole; what it leaves out all the same is said in English.
 */
export type HostTexts<Language extends string = string> = {
  readonly [Tag in Language]?:
    | (Tag extends OwnLanguage ? PartOf<Texts> : string extends Tag ? PartOf<Texts> : AddedTexts)
    | undefined
}

/**
 * Gives a text with the host's words in place of ours: tables are merged, all else is replaced. Where
 * ours is a table and theirs is none, or the other way round, ours stays.
 */
export const withHostText = <Text>(text: Text, host: PartOf<NoInfer<Text>> | undefined): Text => {
  if (host === undefined || isTable(text) !== isTable(host)) return text
  if (!isTable(text) || !isTable(host)) return host as Text
  const merged = Object.entries(host).map(([key, words]) => [
    key,
    withHostText<unknown>(own(text, key), words as PartOf<unknown>),
  ])
  // By definition, not assignment: `__proto__` is a key like any other.
  return { ...text, ...Object.fromEntries(merged) } as Text
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]'
