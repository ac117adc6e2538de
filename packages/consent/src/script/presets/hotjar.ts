import { declareHotjar } from '../../services/hotjar.ts'
import { offerPreset } from './offer-preset.ts'

offerPreset('hotjar', declareHotjar)
