import type { VNode } from 'preact'
import { laterCss } from '../later.css.ts'
import type { LayerProps } from '../layer.ts'
import { Dialog } from './dialog.tsx'
import { preferencesCss } from './preferences.css.ts'

// The first moment of the banner does without it.
export { stepAside } from '../banner/step-aside.ts'

/** The styles that come with the preferences. */
export const preferencesStyles: string = laterCss + preferencesCss

/** Draws the preferences from the consent, and hands to it what the visitor does. */
export const Preferences = ({
  consent,
  layers: { text, long },
  policyUrl,
  decide,
}: LayerProps): VNode | false => {
  const { granted, signals, status } = consent.$state.get()
  const origin = { surface: 'preferences' } as const
  return (
    !!long && (
      <Dialog
        text={text}
        longText={long.text}
        categories={consent.options.categories}
        granted={granted}
        hasGpc={signals.gpc}
        isRestricted={status === 'restricted'}
        policyUrl={policyUrl}
        onAnswer={answer =>
          decide(() => (answer ? consent.acceptAll(origin) : consent.rejectAll(origin)), text.close)
        }
        onSave={choices => decide(() => consent.decide(choices, origin), text.close)}
        onClose={() => consent.close()}
      />
    )
  )
}
