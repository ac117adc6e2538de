import type { VNode } from 'preact'
import type { GuideStep } from '../../guide/index.ts'
import type { GuidePanelText } from '../../words/guide-panel-text.ts'
import { h } from '../parts/h.ts'
import { CopyableAddress } from './copyable-address.tsx'

/** Draws the steps of one task: the menu labels in order. */
export const Step = ({
  task,
  title,
  path,
  note,
  address,
  text,
}: GuideStep & { readonly text: GuidePanelText }): VNode => (
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
    {address && <CopyableAddress key={address} address={address} text={text} suffix={task} />}
  </section>
)
