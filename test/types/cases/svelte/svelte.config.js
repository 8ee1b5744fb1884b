// Keeps svelte-check from taking the settings of the site around it.
export default {};
