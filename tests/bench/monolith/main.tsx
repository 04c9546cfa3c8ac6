import { asideContainerIdOf, containerIdOf } from '@tessera/contracts/elements.ts';
import { type RemoteMountProps, shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { readBootDocument } from '@tessera/federation/boot/read-boot-document.ts';
import { defineRemote } from '@tessera/remote-kit/define-remote.ts';
import type { RemoteDefinition } from '@tessera/remote-kit/definition.ts';
import { createFormats } from '@tessera/remote-kit/i18n/formats.ts';
import { createTranslator } from '@tessera/remote-kit/i18n/translator.ts';
import { definition as catalog } from '../../../mfe-catalog/src/definition.ts';
import { mountChrome } from '../../../shell/src/chrome/mount-chrome.tsx';
import { createUi } from '../../../shell/src/chrome/ui-store.ts';
import { followLinks } from '../../../shell/src/composition/follow-links.ts';
import { messages } from '../../../shell/src/messages.ts';
import { createServices } from '../../../shell/src/services/create-services.ts';
import { createLocationStore } from '../../../shell/src/services/location-store.ts';
import { reportErrors } from '../../../shell/src/services/report-errors.ts';
import { whenSettled } from '../../../shell/src/services/when-idle.ts';
import '@tessera/ui/base.css';

/*
 * The shop as one application: what `shell/src/main.tsx` starts, without federation, import map and single-spa. Pages,
 * messages, chat and vitals are split where they are split in the composed shop.
 */
const boot = readBootDocument(document, shellContractVersion);
const ui = createUi({ schedule: (run, ms) => setTimeout(run, ms), toastMs: 6000 });
const { services, auth, telemetry } = createServices(boot, ui);
const words = messages[boot.locale]().then(({ default: compiled }) => createTranslator(boot.locale, compiled));

const mount = (definition: RemoteDefinition, place: RemoteMountProps['place'], id: string): void => {
  const container = document.getElementById(id);
  if (!container) throw new Error(`The document has no #${id}`);
  const onFailure = ({ error }: { error: unknown }): void => reportError(error);
  const hydrate = place === 'main' && boot.page.rendered;
  void defineRemote(definition).mount({ container, place, services, hydrate, onFailure });
};

mount(catalog, 'main', containerIdOf(catalog.manifest.name));
void whenSettled().then(async () => {
  const { definition: help } = await import('../../../mfe-ai-support/src/definition.ts');
  mount(help, 'aside', asideContainerIdOf(help.manifest.name));
});
followLinks(document, services);
reportErrors(window, telemetry.report);

const formats = createFormats(boot.locale);
mountChrome(document, { services, ui, location: createLocationStore(window), t: await words, formats });
await Promise.all([auth.refresh(), services.cart.refresh()]);

await whenSettled();
const { reportVitals } = await import('../../../shell/src/services/report-vitals.ts');
reportVitals(telemetry.report, boot.page.routeId, { ownerOf: () => ({}) });
