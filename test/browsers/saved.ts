import type { Page } from './driver.ts';

/** Files that the page hands to the browser are kept in the page from now on, since a driver has no folder for them. */
export const catchFiles = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const caught = window as unknown as { files: { name: string; base64: string }[] };
    caught.files = [];
    URL.createObjectURL = (blob) => {
      blobs.set(`#${blobs.size}`, blob as Blob);
      return `#${blobs.size - 1}`;
    };
    HTMLAnchorElement.prototype.click = function () {
      const name = this.download;
      const reader = new FileReader();
      reader.onload = () => caught.files.push({ name, base64: String(reader.result).replace(/^[^,]*,/, '') });
      reader.readAsDataURL(blobs.get(this.getAttribute('href')!)!);
    };
  });

/** Clicks, and gives the file that comes of it. */
export async function saved(page: Page, selector: string): Promise<{ name: string; bytes: Buffer }> {
  await page.evaluate(() => {
    (window as unknown as { files: unknown[] }).files.length = 0;
  });
  await page.click(selector);
  const file = await page.waitFor(() => (window as unknown as { files: { name: string; base64: string }[] }).files[0]);
  return { name: file!.name, bytes: Buffer.from(file!.base64, 'base64') };
}
