/** What is asked of the directory, and as conditions of the database. */
package com.vsoxp.alliance.directory.search.question;
