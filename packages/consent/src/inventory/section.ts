import type { SectionName } from '../words/section-words.ts'

/** Matches the addresses that the sections show as links. */
export const LINK: RegExp = /^(https?:|mailto:)/i

/** One line of a cell: a text, with the address of a link if it has one. */
export interface Line {
  readonly text: string
  readonly link?: string | undefined
}

/** A table of a section. Each row has one cell per column, each cell one or more lines. */
export interface SectionTable {
  /** The heading of the table. @default the table has none */
  readonly caption?: string | undefined
  /** The text above the table, such as the reason why a service is necessary. */
  readonly note?: string | undefined
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (readonly Line[])[])[]
}

/** A list of a section, such as the steps in one browser. */
export interface SectionList {
  readonly heading: string
  readonly items: readonly Line[]
}

/** A section of a policy page, as data to draw. */
export interface Section {
  readonly name: SectionName
  readonly language: string
  readonly heading: string
  /**
   * A line with the policy's version and the day since which this version is in force. Missing if
   * the options name no such day.
   */
  readonly effective?: string | undefined
  readonly tables: readonly SectionTable[]
  /** The text that is shown if no table has a row. */
  readonly none: string
  /** The heading of `steps`. Only `behavioural` has steps: how to refuse in each browser. */
  readonly stepsHeading: string
  readonly steps: readonly SectionList[]
  /** What changed against an earlier inventory. Missing if there is none to compare with. */
  readonly changes?: SectionList | undefined
  /** Says from what the section is drawn, with the hash of the inventory if there is one. */
  readonly source: string
}

/** The steps in one browser, in the form of the guide's `guideFor`. */
export interface BrowserSteps {
  readonly name: string
  readonly sentence?: string | undefined
  readonly help?: string | undefined
  readonly steps: readonly {
    readonly title: string
    readonly path: readonly string[]
    readonly note?: string | undefined
  }[]
}
