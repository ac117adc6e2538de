import { type BrowserId, browserNames, guideFor, loadGuideText } from '../guide/index.ts'
import {
  type BrowserSteps,
  changesBetween,
  changesList,
  type Inventory,
  isInventory,
  loadInventoryWords,
  type SectionName,
  sectionOf,
  toHtml,
  toMarkdown,
} from '../inventory/index.ts'

/** The options of `renderSection`. */
export interface RenderSectionOptions {
  /** A BCP 47 tag. A language without words of ours gives English. @default 'en' */
  readonly language?: string | undefined
  /** @default 'html' */
  readonly format?: 'html' | 'markdown' | undefined
  /** The level of the section's heading, from 1 to 5. @default 2 */
  readonly level?: number | undefined
  /**
   * An earlier inventory: the section lists what has changed since. @default no changes are listed
   */
  readonly compareWith?: unknown
  /** The browsers whose steps the section `behavioural` shows. @default all of the guide */
  readonly browsers?: readonly BrowserId[] | undefined
  /** Address of the site, for steps that name its host. @default an ellipsis replaces the host */
  readonly address?: string | undefined
}

/**
 * Returns a section of a policy page as HTML or Markdown. Every value is escaped, and only
 * `https:`, `http:` and `mailto:` become links.
 *
 * ```ts
 * const html = await renderSection('behavioural', await inventoryOf(options), { language: 'ko' })
 * ```
 *
 * @returns The section as text. If `compareWith` is no inventory, the section does not list
 *   changes, and the console shows a warning.
 */
export const renderSection = async (
  name: SectionName,
  inventory: Inventory,
  {
    language = 'en',
    format,
    level = 2,
    compareWith,
    browsers,
    address = '',
  }: RenderSectionOptions = {},
): Promise<string> => {
  const { words, stored, changes } = await loadInventoryWords(language)
  const earlier = isInventory(compareWith) ? compareWith : undefined
  if (compareWith !== undefined && !earlier)
    console.warn(
      '[SpaceONE Consent] compareWith is no inventory. Expected an object from inventoryOf(). The section is written without changes.',
    )
  const section = sectionOf(name, inventory, {
    ...{ words, stored },
    changes: earlier && changesList(changesBetween(earlier, inventory), changes, words),
    browsers: name === 'behavioural' ? await stepsOfBrowsers(language, browsers, address) : [],
  })
  const tree = [...section.start, ...section.steps, ...section.end]
  return format === 'markdown' ? toMarkdown(tree, level) : toHtml(tree, words.language, level)
}

const stepsOfBrowsers = async (
  language: string,
  browsers: readonly BrowserId[] | undefined,
  address: string,
): Promise<readonly BrowserSteps[]> => {
  const text = await loadGuideText(language)
  const all = browsers ?? browserNames(text).map(([browser]) => browser)
  return all.map(browser => guideFor(browser, text, { address }))
}
