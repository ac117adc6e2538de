import { declareClarity } from '../../services/clarity.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('clarity', declareClarity)
