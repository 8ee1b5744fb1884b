// Keeps svelte-check from reading a configuration in a parent folder.
export default {};
