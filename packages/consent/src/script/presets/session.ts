import { declareSession } from '../../services/session.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('session', declareSession)
