import { warn } from '../../options/warn.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import type { DetailsWords } from '../../words/details-words.ts'
import type { BannerText } from '../../words/en/banner.ts'
import type { GuidePanelText } from '../../words/en/guide.ts'
import type { PlaceholderText } from '../../words/en/placeholder.ts'
import type { PreferencesText } from '../../words/en/preferences.ts'
import type { RecordText } from '../../words/en/record.ts'
import type { SectionsText } from '../../words/en/sections.ts'
import type { StoredText } from '../../words/en/stored.ts'

/** The texts of the view that a site can replace, in one language, by the part that shows them. */
export interface ViewTexts {
  readonly banner: Omit<BannerText, 'printed'>
  readonly details: DetailsWords
  readonly preferences: PreferencesText
  readonly stored: StoredText
  readonly record: RecordText
  readonly sections: SectionsText
  readonly guide: GuidePanelText
  readonly placeholder: PlaceholderText
}

/** Texts of which every key is optional, at every depth. A list must be complete. */
export type PartOf<Text> = Text extends readonly unknown[] | string
  ? Text
  : { readonly [Key in keyof Text]?: PartOf<Text[Key]> | undefined }

/**
 * The texts for a language that the SDK does not have. Only the steps of the browser guide may be
 * incomplete.
 */
export type AddedTexts = Omit<ViewTexts, 'guide'> & {
  readonly guide: Omit<GuidePanelText, 'steps'> & PartOf<Pick<GuidePanelText, 'steps'>>
}

/**
 * The site's texts in place of the SDK's, by language: `{ ko: { banner: { heading: '…' } } }`. A
 * site can add a language that the SDK does not have; its missing texts are shown in English. If
 * the languages are type arguments, as in `HostTexts<'ko' | 'fr'>`, the compiler requires
 * `AddedTexts` of an added language.
 */
export type HostTexts<Language extends string = string> = {
  readonly [Tag in Language]?:
    | (Tag extends OwnLanguage
        ? PartOf<ViewTexts>
        : string extends Tag
          ? PartOf<ViewTexts>
          : AddedTexts)
    | undefined
}

/**
 * Returns our texts, each replaced by the site's if the site has written it. Merges objects, and
 * replaces other values. If only one of the two values is an object, returns our text. Warns of a
 * key that our text does not have, except in inner objects, which may have the site's own keys,
 * such as its categories.
 */
export const withHostText = <Text>(
  text: Text,
  host: PartOf<NoInfer<Text>> | undefined,
  isInner?: true,
): Text => {
  const isMerged = isPlain(host)
  if (isPlain(text) !== isMerged) return text
  if (!isMerged) return (host as Text | undefined) ?? text
  const merged = Object.entries(host as object).map(([key, words]) => {
    if (!isInner && !(key in (text as object))) warn('texts', key, text)
    return [
      key,
      withHostText<unknown>(ownProperty(text as object, key), words as PartOf<unknown>, true),
    ]
  })
  // `Object.fromEntries` and spread define `__proto__` as an ordinary key; an assignment would set
  // the prototype.
  return { ...text, ...Object.fromEntries(merged) } as Text
}

/** Returns the name of a category for use within a sentence; without a name, the category. */
export const purposeName = (category: string, names: Readonly<Record<string, string>>): string =>
  ownProperty(names, category) ?? category

const isPlain = (value: unknown): boolean =>
  Object.prototype.toString.call(value) === '[object Object]'
