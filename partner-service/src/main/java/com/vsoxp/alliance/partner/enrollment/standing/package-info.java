/** How safe the tier is that an enrollment holds, as the evaluation last said. */
package com.vsoxp.alliance.partner.enrollment.standing;
