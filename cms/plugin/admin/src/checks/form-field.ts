/** What of the form holds a place: the editor of the body, a field by its name, or what carries the name as its id. */
export function fieldOf(place: string): HTMLElement | null {
  return (
    document.getElementById(`${place}-editor`) ??
    document.querySelector<HTMLElement>(`main [name="${CSS.escape(place)}"]`) ??
    document.getElementById(place)
  );
}
