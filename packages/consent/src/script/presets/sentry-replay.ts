import { declareSentryReplay } from '../../services/sentry-replay.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('sentryReplay', declareSentryReplay)
