/** Hands a content to the browser as a file to be saved; gives its size in bytes. */
export function saveFile(name: string, content: string | Uint8Array | Blob, type: string): number {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type });
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // Some browsers read it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return blob.size;
}
