import {
  type BrowserId,
  browserNames,
  type Guide,
  guideFor,
  loadGuideText,
} from '../guide/index.ts'
import {
  changesIn,
  changesList,
  type Fact,
  faultError,
  type Inventory,
  lines,
  loadInventoryWords,
  readInventory,
  type SectionName,
  sectionOf,
  type Tree,
  toHtml,
  toMarkdown,
  toPlainText,
} from '../inventory/index.ts'
import { isLanguage } from '../options/npm-forms.ts'
import { ownProperty } from '../shared/own-properties.ts'

/** The options of `renderSection`. */
export interface RenderSectionOptions {
  /** A BCP 47 tag. A language without words of ours gives English. @default 'en' */
  readonly language?: string | undefined
  /** @default 'html' */
  readonly format?: 'html' | 'markdown' | 'text' | undefined
  /** The level of the section's heading, from 1 to 5. @default 2 */
  readonly level?: number | undefined
  /** An earlier inventory: the section lists what has changed since. @default no list of changes */
  readonly compareWith?: unknown
  /** The browsers whose cookie settings `behavioural` explains. @default all of the guide */
  readonly browsers?: readonly BrowserId[] | undefined
  /** Names of purposes, by category. @default the SDK's names, else the name of the category */
  readonly purposes?: Readonly<Record<string, string>> | undefined
  /** Address of the site, for steps that name its host. @default an ellipsis replaces the host */
  readonly address?: string | undefined
}

/**
 * Returns a section of a policy page as HTML, Markdown or plain text. In HTML and Markdown, every
 * value is escaped, and only `https:`, `http:` and `mailto:` addresses become links.
 *
 * ```ts
 * const html = await renderSection('behavioural', await inventoryOf(options), { language: 'ko' })
 * ```
 *
 * @throws TypeError that says what was expected, if there is no such section, or an inventory or
 *   `language`, `format`, `level` or `browsers` is invalid.
 */
export const renderSection = async (
  name: SectionName,
  inventory: Inventory,
  options: RenderSectionOptions = {},
): Promise<string> => {
  const { language = 'en', format = 'html', level = 2, compareWith, purposes } = options
  if (!isLanguage(language))
    throw faultError('renderSection().language', language, 'a BCP 47 tag, such as "ko"')
  const { words: ours, stored, changes } = await loadInventoryWords(language)
  const words = { ...ours, purposes: { ...ours.purposes, ...purposes } }
  const names = Object.keys(words.headings)
  if (!names.includes(name))
    throw faultError('The section of renderSection()', name, names.join(', '))
  const write = ownProperty(PRINTERS, format)
  if (!write) throw faultError('renderSection().format', format, Object.keys(PRINTERS).join(', '))
  if (![1, 2, 3, 4, 5].includes(level))
    throw faultError('renderSection().level', level, 'a number from 1 to 5')
  const later = readInventory(inventory)
  const earlier =
    compareWith === undefined
      ? undefined
      : readInventory(compareWith, 'renderSection().compareWith')
  const isBehavioural = name === 'behavioural'
  const steps = isBehavioural || options.browsers ? await stepsOfBrowsers(language, options) : []
  const section = sectionOf(name, later, {
    ...{ words, stored },
    changes: earlier && changesList(changesIn(earlier, later), changes, words, stored),
  })
  // Without a browser, the heading alone would stand there.
  const inBrowsers = isBehavioural && steps[0] ? [...section.steps, ...steps] : []
  const tree = [...section.start, ...inBrowsers, ...section.end]
  return write(tree, level, words.language)
}

const PRINTERS = { html: toHtml, markdown: toMarkdown, text: toPlainText }

const stepsOfBrowsers = async (
  language: string,
  { browsers, address = '' }: RenderSectionOptions,
): Promise<Tree> => {
  const text = await loadGuideText(language)
  const all = browserNames(text).map(([browser]) => browser)
  if (!Array.isArray(browsers ?? []))
    throw faultError('renderSection().browsers', browsers, `a list of ${all.join(', ')}`)
  const unknown = browsers?.findIndex(browser => !all.includes(browser)) ?? -1
  if (unknown >= 0)
    throw faultError(`renderSection().browsers[${unknown}]`, browsers?.[unknown], all.join(', '))
  return (browsers ?? all).flatMap(browser => stepsTree(guideFor(browser, text, { address })))
}

/** Returns the guide to a browser's cookie settings as a tree, under the browser's name. */
export const stepsTree = (
  guide: Pick<Guide, 'name' | 'sentence' | 'help' | 'address' | 'steps'>,
): Tree => {
  const { name, sentence, help, steps } = guide
  const list = [...lines(sentence, guide.address), ...(help ? [{ text: help, link: help }] : [])]
  const facts = steps.map(
    ({ title, path, note, address }): Fact => [title, lines(path.join(' > '), note, address)],
  )
  return [{ heading: name, deeper: 2 }, { facts }, ...(list[0] ? [{ list }] : [])]
}
