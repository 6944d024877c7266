/** Something is going on, said in words too. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <div class="spinner" role="status">
      <span class="wheel" aria-hidden="true" />
      {label}
    </div>
  );
}
