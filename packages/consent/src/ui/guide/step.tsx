import type { VNode } from 'preact'
import type { GuideStep } from '../../guide/index.ts'
import { h } from '../h.ts'

/** How one thing is done: the menu's own words, one after another. */
export const Step = ({ title, path, note }: GuideStep): VNode => (
  <section>
    <h3>{title}</h3>
    {path.length > 0 && (
      <ol class="path" part="path">
        {path.map(label => (
          <li key={label}>
            <span>{label}</span>
          </li>
        ))}
      </ol>
    )}
    {note && <p>{note}</p>}
  </section>
)
