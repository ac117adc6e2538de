import { duration, isOfGoogle, render } from './page.js'

const strip = document.querySelector('[data-strip]')
const part = name => strip.querySelector(`[data-strip-${name}]`)

/** Returns which of the three steps are done. */
const stepsOf = ({ state, decisions }) => {
  const isGranted = state?.granted.analytics === true
  const hasGranted = isGranted || decisions.some(({ isGrant }) => isGrant)
  return { look: decisions.length > 0, accept: hasGranted, withdraw: hasGranted && !isGranted }
}

const showSteps = steps => {
  const current = Object.keys(steps).find(step => !steps[step])
  for (const item of strip.querySelectorAll('[data-step]')) {
    const { step } = item.dataset
    item.classList.toggle('is-done', steps[step])
    item.ariaCurrent = step === current ? 'step' : null
  }
}

/** After a refusal no banner asks, so the second step is a button that opens the settings. */
const showAccept = isRefused => {
  const [text, button] = strip.querySelector('[data-step="accept"]').children
  text.hidden = isRefused
  button.hidden = !isRefused
}

const showFigure = (name, isShown, figure) => {
  part(name).hidden = !isShown
  if (isShown) part(name).lastElementChild.textContent = figure()
}

/** Shows the figures of this tab, and marks the steps of the demonstration. */
export const showStrip = facts => {
  const { requests, cookies, decisions } = facts
  const [last] = decisions
  const steps = stepsOf(facts)
  render('strip-steps', steps, showSteps)
  render('strip-accept', steps.look && !steps.accept, showAccept)
  part('requests').textContent = requests?.length ?? '–'
  part('cookies').textContent = cookies.filter(isOfGoogle).length
  const since = last?.isWithdrawal ? last.requests?.length : undefined
  showFigure('silence', since === 0, () => duration(Date.now() - last.at))
  showFigure('broken', since > 0, () => since)
}
