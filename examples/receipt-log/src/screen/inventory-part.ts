import { type Inventory, renderSection, type SectionName } from '@spaceone/consent/inventory'
import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import type { Context } from './page.ts'

/** The sections of a policy page that say together what an inventory has. */
const SECTIONS: readonly SectionName[] = ['recipients', 'transfers', 'cookies']

/**
 * Returns what a site collected, in the words that its policy page has for it.
 *
 * @param earlier The inventory before: the first section then also lists what has changed.
 */
export const inventoryPart = async (
  { language, words }: Pick<Context, 'language' | 'words'>,
  inventory: Inventory,
  earlier?: Inventory,
): Promise<Markup> => {
  const sections = await Promise.all(
    SECTIONS.map((name, index) =>
      renderSection(name, inventory, {
        ...{ language, level: 3, purposes: words.purposes },
        ...(index === 0 && earlier ? { compareWith: earlier } : {}),
      }),
    ),
  )
  return html`<p class="scroll note">${words.scroll}</p>
<div class="inventory" role="region" tabindex="0" aria-label="${words.versions.inventory}">${sections.map(one => ({ html: one }))}</div>`
}
