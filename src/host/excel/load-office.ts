/** office.js put into the page after its first paint, so that a slow or missing one leaves a page that can say so. */
import { HostError } from '../../app/ports';
import { officeReady } from './globals';

/** Resolves once Excel answers, however late. Throws HostError `excel/no-office` (cannot be loaded), `excel/not-in-excel`. */
export async function loadOffice(url: string, page: Document): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = page.createElement('script');
    script.src = url;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new HostError('excel/no-office')));
    page.head.append(script);
  });
  await officeReady();
}
